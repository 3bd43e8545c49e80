import { describe, expect, it } from 'vitest';
import { inserted, phrasesMeant, slashAt } from './slash.ts';

const PHRASES = [{ title: '阀芯价格', text: '龙头阀芯 35 元一个', initials: 'fxjg' }, { title: '致歉', text: '给您添麻烦了', initials: 'zq' }, { title: '返修', text: '免费返修', initials: 'fx' }];

describe('the sign that opens the phrases', () => {
  it('is / at the beginning or after a blank or a stop, with what follows it', () => {
    expect(slashAt('/', 1)).toEqual({ from: 0, typed: '' });
    expect(slashAt('您好。/fx', 6)).toEqual({ from: 3, typed: 'fx' });
    expect(slashAt('您好 /阀', 5)).toEqual({ from: 3, typed: '阀' });
  });
  it('is no / inside a word, a room or a date, and none that words followed', () => {
    for (const text of ['3/2', '1201/1202', '和/或', '/阀 芯']) expect(slashAt(text, text.length), text).toBeNull();
  });
  it('is 、 too, as a Chinese input method writes it, once letters follow', () => {
    expect(slashAt('、', 1)).toBeNull();
    expect(slashAt('漏水，、zq', 6)).toEqual({ from: 3, typed: 'zq' });
    expect(slashAt('漏水、停电', 5)).toBeNull();
  });
});

describe('the phrases that are meant', () => {
  it('come by initials, by words of the title, or of the text', () => {
    expect(phrasesMeant(PHRASES, 'fx').map((one) => one.title)).toEqual(['阀芯价格', '返修']);
    expect(phrasesMeant(PHRASES, '阀').map((one) => one.title)).toEqual(['阀芯价格']);
    expect(phrasesMeant(PHRASES, '麻烦').map((one) => one.title)).toEqual(['致歉']);
    expect(phrasesMeant(PHRASES, '')).toHaveLength(3);
  });
  it('stand in place of what opened them, and the caret behind them', () => {
    expect(inserted('您好。/fx再说', { from: 3, typed: 'fx' }, '免费返修')).toEqual({ text: '您好。免费返修再说', caret: 7 });
  });
});
