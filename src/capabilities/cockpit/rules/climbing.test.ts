import { describe, expect, it } from 'vitest';
import { buildingOf, climbing, wordsOf, type Received } from './climbing.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const received = (days: number, more: Partial<Received> = {}): Received => ({ id: `${days}-${JSON.stringify(more)}`, at: NOW - days * DAY, place: '', phone: '', severity: null, words: '', ...more });
const found = (all: readonly Received[]): readonly string[] => climbing(all, NOW).map((each) => `${each.is} ${each.key} ${each.recent}/${each.usual}`);

describe('what climbs', () => {
  it('is a building from which three came in a week, when hardly any did before', () => {
    expect(found([received(1, { place: '3-2-1201' }), received(2, { place: '3-2-0907' }), received(6, { place: '3-2-0101' }), received(20, { place: '3-2-0102' })])).toEqual(['building 3-2 3/0.25']);
  });

  it('is not what comes every week', () => {
    const weekly = [1, 2, 3].flatMap((day) => [0, 7, 14, 21, 28].map((week) => received(day + week, { place: `3-2-0${day}0${week}` })));
    expect(found(weekly)).toEqual([]);
  });

  it('is a house or a number from the second time on, told once', () => {
    const twice = [received(1, { place: '1-1-0802', phone: '13800001002' }), received(3, { place: '1-1-0802', phone: '13800001002' })];
    expect(found(twice)).toEqual(['house 1-1-0802 2/0']);
    expect(found(twice.map((each) => ({ ...each, place: '' })))).toEqual(['phone 13800001002 2/0']);
  });

  it('is the longest word that the same matters share', () => {
    expect(found([received(1, { words: '卫生间漏水' }), received(2, { words: '顶楼漏水' }), received(3, { words: '又漏水了' })])).toEqual(['word 漏水 3/0']);
    expect(found([received(1, { words: '门禁坏' }), received(2, { words: '门禁坏' }), received(3, { words: '门禁坏' })])).toEqual(['word 门禁坏 3/0']);
  });

  it('is no word that people here always use: more matters bring more of it, and another share of them would be a sign', () => {
    const lately = ['物业漏水', '物业停电', '物业门禁', '漏水了', '顶楼漏水'].map((words, day) => received(day + 0.1, { words }));
    const past = Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? '物业收费' : '车位'));
    expect(climbing(lately, NOW, past).map((each) => each.key)).toEqual(['漏水']);
    expect(climbing(lately, NOW, []).map((each) => each.key)).toEqual(['漏水', '物业']);
    expect(climbing(lately, NOW, [], '安和物业服务有限公司').map((each) => each.key)).toEqual(['漏水']);
  });

  it('is not what is older than five weeks, nor what lies ahead', () => {
    expect(found([received(36, { severity: 'major' }), received(-1, { severity: 'major' }), received(1, { severity: 'major' }), received(2, { severity: 'major' })])).toEqual([]);
    expect(found([1, 2, 3].map((day) => received(day, { severity: 'major' })))).toEqual(['severity major 3/0']);
  });
});

describe('the parts of a place and of a text', () => {
  it.each([['3-2-1201', '3-2'], ['12-0501', '12'], ['云栖中心', null], ['', null], ['-1201', null]])('the building of %j is %j', (place, building) => {
    expect(buildingOf(place)).toBe(building);
  });
  it('words hold no weak sign', () => {
    expect([...wordsOf('我家的门禁')]).toEqual(['门禁']);
    expect(wordsOf('lift 2').size).toBe(0);
  });
});
