import { expect, it } from 'vitest';
import { toldApart } from './told-apart.ts';

it('positions of one title are told apart by their codes, and only those', () => {
  const positions = [{ code: 'general-manager', title: '总经理' }, { code: 'boss', title: '总经理' }, { code: 'clerk', title: '客服专员' }];
  expect(toldApart(positions).map((each) => each.title)).toEqual(['总经理（general-manager）', '总经理（boss）', '客服专员']);
});
