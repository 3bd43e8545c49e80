import { beforeAll, describe, expect, it } from 'vitest';
import { arrangeCare, openProduct, testDatabase, type Care } from '../../../test/support/index.ts';
import { approvalsAnswer, type ApprovalsAnswer } from './contract.ts';

const base = await testDatabase();
const product = await openProduct(base);
let care: Care;
let matter = '';

beforeAll(async () => {
  care = await arrangeCare(base, product);
  matter = (await care.receive()).json().id;
  await care.act(matter, 'agent', { act: 'forward', fields: { to: 'engineering' } });
  await care.act(matter, 'engineer', { act: 'investigate', fields: { findings: '阀门老化' } });
  await care.act(matter, 'engineer', { act: 'judge', fields: { validity: 'valid', fault: 'neglect' } });
  const asked = await product.ask({ method: 'POST', url: `/api/matters/${matter}/approvals`, payload: { act: 'concede', fields: { text: '住户很急', concession: '赔偿地毯清洗费', concession_amount: 380 } } }, care.as('engineer'));
  expect(asked.statusCode).toBe(201);
});

const cards = async (who: string): Promise<ApprovalsAnswer> => approvalsAnswer.parse((await care.read('/api/approvals', who)).json());
const state = async (): Promise<unknown> => base.owner({ text: 'select seq, version, state from matter where id = $1', values: [matter] });

describe('the cards of approvals', () => {
  it('say who asks, what, how much, for whom, and whose turn it is after my consent', async () => {
    const { items, waiting } = await cards('cs-manager');
    expect(waiting).toBe(1);
    expect(items).toMatchObject([{
      act: 'concede', actTitle: '让步', amount: { value: 380 }, covers: expect.arrayContaining([expect.objectContaining({ value: expect.stringContaining('清洗') })]), clause: [expect.stringMatching(/^B-/)],
      matter: { id: matter, customer: '王女士', place: '3-2-1201', severityTitle: expect.any(String) }, after: [{ says: expect.stringContaining('项目经理'), dueAt: null }],
    }]);
    expect(items[0]?.facts.length).toBeLessThanOrEqual(3);
  });

  it('lie only with whoever may decide now: not with the applicant, not with colleagues, not yet with the next', async () => {
    for (const who of ['engineer', 'agent', 'specialist', 'director']) expect([who, (await cards(who)).items]).toEqual([who, []]);
  });

  it('tell what follows without doing it, and go on to the next when it is decided', async () => {
    const before = await state();
    const [card] = (await cards('cs-manager')).items;
    expect(await state()).toEqual(before);
    const decided = await product.ask({ method: 'POST', url: `/api/approvals/${card?.id ?? ''}/decision`, payload: { decision: 'approve', opinion: '按发票' } }, care.as('cs-manager'));
    expect(decided.statusCode).toBe(200);
    expect((await cards('cs-manager')).items).toEqual([]);
    const [next] = (await cards('director')).items;
    expect(next).toMatchObject({ id: card?.id, earlier: [{ opinion: '按发票' }] });
    expect(next?.after[0]?.says).toContain('可以办理「让步」');
  });
});
