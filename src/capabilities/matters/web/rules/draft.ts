import { givenAnswers, isBlank, type Answers, type Ask } from '#ui/rules/index.ts';
import type { ReceiveBody } from '../../contract.ts';

/** A picture pasted into the intake. Its content lies on this machine until it is uploaded. */
export interface Picture { readonly id: string; readonly name: string; /** The attachment it became, and when (epoch ms): what no act names within a day is removed there. */ readonly attachment: string | null; readonly at: number }

/** Who is on the line, seen from the customer. */
export const CALLERS = ['self', 'family', 'colleague', 'tenant', 'agent', 'other'] as const;
export type Caller = (typeof CALLERS)[number];

/** What stands in the intake form; kept on this machine until it is saved. */
export interface Draft {
  readonly id: string;
  /** The telephone system's name of the call; '' when nobody told one. */
  readonly call: string;
  /** The number a ringing call filled in ('' = it told none); null when somebody began it by hand. */
  readonly rung: string | null;
  /** When it was begun, epoch ms of this machine: only for the counter in the strip. */
  readonly begunAt: number;
  readonly phone: string;
  readonly customer: { readonly id: string; readonly name: string; readonly address?: string } | null;
  /** Somebody who is not known yet calls from a number that others have. */
  readonly another: boolean;
  readonly name: string;
  readonly address: string;
  /** Where it is about, when that is not the customer's own address. */
  readonly place: string;
  readonly caller: Caller;
  readonly kind: string;
  readonly channel: ReceiveBody['channel'];
  readonly content: string;
  /** '' = derived from place and content. */
  readonly subject: string;
  readonly answers: Answers;
  /** To whom it is passed on; null = whoever is proposed, '' = nobody. */
  readonly to: string | null;
  /** Why another severity than the proposed one was chosen. */
  readonly reason: string;
  readonly pictures: readonly Picture[];
  /** Reported urgently already: the matter that waits for the rest, and whose it was when it was reported. */
  readonly urgent: { readonly id: string; readonly number: string; readonly customer?: string | null } | null;
}
export const EMPTY_DRAFT: Draft = {
  id: '', call: '', rung: null, begunAt: 0, phone: '', customer: null, another: false, name: '', address: '', place: '', caller: 'self', kind: '', channel: 'phone', content: '', subject: '', answers: {}, to: null, reason: '', pictures: [], urgent: null,
};

/** No record takes more characters. */
export const LONGEST = 20_000;

/** Whether nothing has been written yet (the kind alone is nothing, nor is what a call fills in by itself). */
export function isEmptyDraft(draft: Draft): boolean {
  return [draft.phone, draft.name, draft.address, draft.place, draft.content].every((text) => text.trim() === '') && draft.customer === null && draft.pictures.length === 0 && draft.urgent === null;
}

/** Whether somebody has put something into it that would be missed: anything but what a call fills in by itself. */
export function hasWords(draft: Draft): boolean {
  return [draft.name, draft.address, draft.place, draft.content, draft.subject, draft.reason].some((text) => text.trim() !== '') || !isBlank(draft.answers) || draft.pictures.length > 0 || draft.urgent !== null;
}

/** Whether a call made it and nobody has written in it. The number may have been put in order when its customer was found. */
export function isOnlyRung(draft: Draft): boolean {
  if (draft.rung === null || hasWords(draft)) return false;
  const [rung, now] = [digitsOf(draft.rung), digitsOf(draft.phone)];
  return rung === '' || now === '' ? rung === now : rung.endsWith(now) || now.endsWith(rung);
}

const digitsOf = (phone: string): string => phone.replace(/\D/gu, '');

/** Under this name it is saved once, whoever saves it: the call's where there is one. */
export function savedAs(draft: Draft): string {
  return draft.call === '' ? draft.id : `call:${draft.call}`;
}

/**
 * The fields a draft still lacks before it can be saved; `long` = more words than a record takes.
 * @param endangered - somebody is in danger: words can follow, the record cannot wait for them
 */
export function draftLacks(draft: Draft, aside = '', endangered = false): readonly ('kind' | 'content' | 'long')[] {
  const lacks: ('kind' | 'content' | 'long')[] = [];
  if (draft.kind === '') lacks.push('kind');
  if (draft.content.trim() === '' && !endangered) lacks.push('content');
  if (spareCharacters(draft, aside) < 0) lacks.push('long');
  return lacks;
}

/** How many characters still fit. Negative: as many are too much; nothing is ever cut silently. */
export function spareCharacters(draft: Pick<Draft, 'content'>, aside = ''): number {
  return LONGEST - recordOf(draft.content, aside).length;
}

/** The words that are kept: what was said, and below it who said it and where, when that is not the customer at his own address. */
export function recordOf(content: string, aside: string): string {
  return aside === '' ? content.trim() : `${content.trim()}\n${aside}`;
}

/**
 * What is sent to receive a draft. Without a customer, a number or a name the matter has none.
 * For a forecast the content may still be empty; the contract wants one, so a dash stands for it.
 * @param aside - who called and where it is, as a line; '' when that is plain
 */
export function bodyOf(draft: Draft, asks: readonly Ask[], unnamed: string, aside = ''): ReceiveBody {
  const body: ReceiveBody = { kind: draft.kind, channel: draft.channel, content: draft.content.trim() === '' ? '—' : recordOf(draft.content, aside) };
  const somebody = [draft.name, draft.phone, draft.address].some((text) => text.trim() !== '');
  if (draft.customer) body.customer = { id: draft.customer.id };
  else if (somebody) body.customer = { name: draft.name.trim() || unnamed, ...filled('phone', draft.phone), ...filled('address', draft.address) };
  if (draft.subject.trim() !== '') body.subject = draft.subject.trim();
  const facts = givenAnswers(asks, draft.answers);
  if (!isBlank(facts)) body.facts = facts as NonNullable<ReceiveBody['facts']>;
  if (draft.reason.trim() !== '') body.reason = draft.reason.trim();
  return body;
}

/** Whose an urgent report is, where that was put right since: sent when its record is completed. @param receive - the draft as it would be received now */
export function correctedCaller(draft: Draft, receive: ReceiveBody): { readonly customer?: string | NonNullable<ReceiveBody['customer']> } {
  const { customer } = receive;
  if (!customer) return {};
  if (!('id' in customer)) return { customer };
  return customer.id === draft.urgent?.customer ? {} : { customer: customer.id };
}

/** The subject as it would be derived: place, and the beginning of what was said. */
export function derivedSubject(draft: Draft): string {
  const place = draft.place.trim() || draft.customer?.address || draft.address.trim();
  return [place, [...draft.content.replace(/\s+/gu, ' ').trim()].slice(0, 20).join('')].filter(Boolean).join(' ');
}

/** The fields of an intake by the place they stand in: ticks as chips, axes beside the forecast, a promised time and what is wanted by themselves, the rest as a form. */
export interface PlacedAsks<A extends Ask> { readonly ticks: readonly A[]; readonly axes: readonly A[]; readonly wanted: A | null; readonly answerBy: A | null; readonly rest: readonly A[] }

/** @param axes - the facts with a closed list that the policy classes matters by; only those proposed stand beside the forecast */
export function placedAsks<A extends Ask>(asks: readonly A[], axes: readonly { readonly fact: string }[]): PlacedAsks<A> {
  const asked = asks.filter((ask) => ask.name !== 'content');
  const axisNames = new Set(axes.map((axis) => axis.fact));
  const others = asked.filter((ask) => ask.type !== 'tick' && !axisNames.has(ask.name));
  const wanted = others.find((ask) => ask.name === 'demand' && ask.type === 'text') ?? null;
  const answerBy = others.find((ask) => ask.type === 'instant') ?? null;
  return { ticks: asked.filter((ask) => ask.type === 'tick'), axes: asked.filter((ask) => axisNames.has(ask.name)), wanted, answerBy, rest: others.filter((ask) => ask !== wanted && ask !== answerBy) };
}

function filled<K extends string>(name: K, text: string): { [N in K]?: string } {
  const found: { [N in K]?: string } = {};
  if (text.trim() !== '') found[name] = text.trim();
  return found;
}
