import { describe, expect, it } from 'vitest';
import { promiseWords } from './promise-words.ts';

describe('words of promise', () => {
  it('are found in what is told to a customer, each once', () => {
    expect(promiseWords('我们保证今天修好，一定赔您误工费，保证不再犯')).toEqual(['保证', '一定', '赔']);
    expect(promiseWords('We guarantee it')).toEqual(['guarantee']);
  });
  it('are no promise where they are denied, and plain words are none', () => {
    expect(promiseWords('现在不能保证时间，不一定今天到')).toEqual([]);
    expect(promiseWords('已转工程部，今天 17:30 前答复')).toEqual([]);
  });
});
