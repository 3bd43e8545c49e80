import { describe, expect, it } from 'vitest';
import { partWords, sayIn } from '../words/index.ts';
import { Problem, problemKind, problemText } from './problem.ts';

const say = (word: keyof typeof partWords): string => sayIn(partWords, 'zh', word);

describe('the translator of failures', () => {
  it('tells a refusal from a change by somebody else and from a running repetition', () => {
    expect(problemKind(409, 'refused')).toBe('refused');
    expect(problemKind(409, 'changed')).toBe('changed');
    expect(problemKind(409, 'running')).toBe('running');
  });
  it('takes wrong fields for wrong and a broken server for the server', () => {
    expect(problemKind(422, 'wrong')).toBe('wrong');
    expect(problemKind(503, 'x')).toBe('server');
  });
  it('prefers the words of the server', () => {
    expect(problemText(new Problem('wrong', { message: '电话格式不对' }), say)).toBe('电话格式不对');
  });
  it('has a sentence of its own when the network is gone, and never shows a foreign stack', () => {
    expect(problemText(new Problem('offline'), say)).toContain('网络不通');
    expect(problemText(new TypeError('x is not a function'), say)).not.toContain('x is not');
  });
});
