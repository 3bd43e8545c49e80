import { givenAnswers, isBlank, type Answers, type Ask } from '#ui/rules/index.ts';
import type { ReceiveBody } from '../../contract.ts';

/** What stands in the intake form; kept on this machine until it is saved. */
export interface Draft {
  readonly phone: string;
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly name: string;
  readonly address: string;
  readonly kind: string;
  readonly channel: ReceiveBody['channel'];
  readonly content: string;
  readonly answers: Answers;
  readonly to: string;
}
export const EMPTY_DRAFT: Draft = { phone: '', customer: null, name: '', address: '', kind: '', channel: 'phone', content: '', answers: {}, to: '' };

/** Whether nothing has been written yet (the kind alone is nothing). */
export function isEmptyDraft(draft: Draft): boolean {
  return [draft.phone, draft.name, draft.address, draft.content].every((text) => text.trim() === '') && draft.customer === null;
}

/** The fields a draft still lacks before it can be saved. */
export function draftLacks(draft: Draft): readonly ('kind' | 'content' | 'name')[] {
  const lacks: ('kind' | 'content' | 'name')[] = [];
  if (draft.kind === '') lacks.push('kind');
  if (draft.content.trim() === '') lacks.push('content');
  const somebody = draft.phone.trim() !== '' || draft.address.trim() !== '';
  if (draft.customer === null && draft.name.trim() === '' && somebody) lacks.push('name');
  return lacks;
}

/**
 * What is sent to receive a draft. Without a customer, a number or a name the matter has none.
 * For a forecast the content may still be empty; the contract wants one, so a dash stands for it.
 */
export function bodyOf(draft: Draft, asks: readonly Ask[], unnamed: string): ReceiveBody {
  const body: ReceiveBody = { kind: draft.kind, channel: draft.channel, content: draft.content.trim() || '—' };
  const somebody = [draft.name, draft.phone, draft.address].some((text) => text.trim() !== '');
  if (draft.customer) body.customer = { id: draft.customer.id };
  else if (somebody) body.customer = { name: draft.name.trim() || unnamed, ...filled('phone', draft.phone), ...filled('address', draft.address) };
  const facts = givenAnswers(asks, draft.answers);
  if (!isBlank(facts)) body.facts = facts as NonNullable<ReceiveBody['facts']>;
  return body;
}

/** The fields of an intake by the place they stand in: ticks as chips, axes (severity) beside the forecast, the rest as a form. */
export function placedAsks<A extends Ask>(asks: readonly A[], axes: readonly { readonly fact: string }[]): { readonly ticks: readonly A[]; readonly axes: readonly A[]; readonly rest: readonly A[] } {
  const axisNames = new Set(axes.map((axis) => axis.fact));
  const asked = asks.filter((ask) => ask.name !== 'content');
  return {
    ticks: asked.filter((ask) => ask.type === 'tick'),
    axes: asked.filter((ask) => axisNames.has(ask.name)),
    rest: asked.filter((ask) => ask.type !== 'tick' && !axisNames.has(ask.name)),
  };
}

function filled<K extends string>(name: K, text: string): { [N in K]?: string } {
  const found: { [N in K]?: string } = {};
  if (text.trim() !== '') found[name] = text.trim();
  return found;
}
