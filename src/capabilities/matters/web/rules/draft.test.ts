import { describe, expect, it } from 'vitest';
import type { AskJson } from '../../contract.ts';
import { bodyOf, draftLacks, EMPTY_DRAFT, isEmptyDraft, placedAsks, type Draft } from './draft.ts';

const draft = (over: Partial<Draft>): Draft => ({ ...EMPTY_DRAFT, ...over });
const ask = (name: string, type: AskJson['type']): AskJson => ({ name, title: name, type, values: [], required: false, value: null, clause: [] });
const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('the draft of an intake', () => {
  it('is empty while only the kind is chosen', () => {
    expect(isEmptyDraft(draft({ kind: 'complaint' }))).toBe(true);
    expect(isEmptyDraft(draft({ phone: '138' }))).toBe(false);
  });
  it('lacks kind and content, and a name only when there is a number without a customer', () => {
    expect(draftLacks(EMPTY_DRAFT)).toEqual(['kind', 'content']);
    expect(draftLacks(draft({ kind: 'c', content: 'x', phone: '138' }))).toEqual(['name']);
    expect(draftLacks(draft({ kind: 'c', content: 'x', phone: '138', customer: { id: ID, name: '王' } }))).toEqual([]);
    expect(draftLacks(draft({ kind: 'c', content: 'x' }))).toEqual([]);
  });
  it('sends the known customer by id, a new one with what is known of him', () => {
    expect(bodyOf(draft({ kind: 'c', content: ' 漏水 ', phone: '138', customer: { id: ID, name: '王' } }), [], '未留名')).toEqual({ kind: 'c', channel: 'phone', content: '漏水', customer: { id: ID } });
    expect(bodyOf(draft({ kind: 'c', phone: '138' }), [], '未留名').customer).toEqual({ name: '未留名', phone: '138' });
    expect(bodyOf(draft({ kind: 'c' }), [], '未留名')).not.toHaveProperty('customer');
  });
  it('sends only facts of the chosen kind, for answers of another kind may still stand in the draft', () => {
    const body = bodyOf(draft({ kind: 'c', answers: { loss: true, whose: 'internal' } }), [ask('loss', 'tick')], '');
    expect(body.facts).toEqual({ loss: true });
  });
  it('places ticks as chips, the severity beside the forecast, and leaves out the content asked elsewhere', () => {
    const placed = placedAsks([ask('content', 'text'), ask('loss', 'tick'), ask('severity', 'one'), ask('wants_by', 'instant')], [{ fact: 'severity' }]);
    expect([placed.ticks, placed.axes, placed.rest].map((list) => list.map((one) => one.name))).toEqual([['loss'], ['severity'], ['wants_by']]);
  });
});
