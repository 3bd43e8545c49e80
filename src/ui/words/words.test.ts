import { describe, expect, it } from 'vitest';
import { isWord, sayIn } from './words.ts';

const words = { left: { zh: '剩 {span}', en: '{span} left' } };

describe('words on the screen', () => {
  it('are said in the language asked for, with their values', () => {
    expect(sayIn(words, 'zh', 'left', { span: '5时' })).toBe('剩 5时');
    expect(sayIn(words, 'en', 'left', { span: '5h' })).toBe('5h left');
  });
  it('leave a place empty when its value is missing', () => {
    expect(sayIn(words, 'zh', 'left')).toBe('剩 ');
  });
  it('know a word of the list from one of every object', () => {
    expect(isWord(words, 'left')).toBe(true);
    expect(isWord(words, 'toString')).toBe(false);
  });
});
