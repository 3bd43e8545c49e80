import { describe, expect, it } from 'vitest';
import type { AskJson } from '../contract.ts';
import { asksInOrder } from './asks-in-order.ts';

const ask = (name: string, type: AskJson['type'], required = false): AskJson => ({ name, title: name, type, values: [], required, value: null, clause: [] });

describe('the fields of an act', () => {
  it('begin with what it cannot do without and what its policy asks; free words are a remark at the end', () => {
    const asks = asksInOrder([ask('to', 'bearer', true), ask('how', 'how'), ask('text', 'text')], [ask('findings', 'text')], 'zh');
    expect(asks.map(({ name }) => name)).toEqual(['to', 'findings', 'how', 'text']);
    expect(asks.at(-1)?.title).toBe('备注（可不填）');
  });
  it('are the words themselves where nothing else is asked, after the time they are about', () => {
    expect(asksInOrder([ask('until', 'instant'), ask('text', 'text')], [], 'zh').map(({ name, title }) => [name, title])).toEqual([['until', 'until'], ['text', 'text']]);
    expect(asksInOrder([ask('how', 'how'), ask('text', 'text')], [], 'zh').map(({ name }) => name)).toEqual(['text', 'how']);
  });
  it('of a correction begin with whose it is and where', () => {
    expect(asksInOrder([ask('customer', 'text'), ask('where', 'text'), ask('reason', 'text', true), ask('text', 'text')], [ask('content', 'text')], 'zh').map(({ name }) => name)).toEqual(['customer', 'where', 'reason', 'content', 'text']);
  });
});
