import { describe, expect, it } from 'vitest';
import { usualReceiver, type Passed } from './usual-receiver.ts';

const PASSED: readonly Passed[] = [
  { to: 'engineering', said: ['service_short'], words: '货梯又停了，三天修了两次' },
  { to: 'engineering', said: ['bad_press'], words: '本地生活号发帖说电梯困人半小时没人管' },
  { to: 'cleaning', said: ['service_short'], words: '西门垃圾桶两天没有清运，味道大' },
  { to: 'cleaning', said: ['service_short'], words: '十二层茶水间的垃圾没人收' },
  { to: 'security', said: ['service_short'], words: '门口车辆乱停，保安不管' },
];

describe('the usual receiver', () => {
  it('is who got the last matters with such words, whatever common words they share with others', () => {
    expect(usualReceiver({ said: ['service_short'], words: ['北门垃圾桶没人管'] }, PASSED)).toBe('cleaning');
    expect(usualReceiver({ said: [], words: ['老人困在里面出不来', '电梯困人'] }, PASSED)).toBe('engineering');
  });
  it('does not fall because a danger is ticked that others were not in', () => {
    const words = '三号楼电梯困人，老人胸闷';
    expect(usualReceiver({ said: [], words: [words] }, PASSED)).toBe('engineering');
    expect(usualReceiver({ said: ['injury'], words: [words, '造成人身伤害'] }, PASSED)).toBe('engineering');
  });
  it('is nobody where nothing is alike, and where the same facts went to different ones', () => {
    expect(usualReceiver({ said: [], words: ['发票抬头开错了'] }, PASSED)).toBeNull();
    expect(usualReceiver({ said: ['service_short'], words: [''] }, PASSED)).toBeNull();
    expect(usualReceiver({ said: [], words: [''] }, [])).toBeNull();
  });
  it('is who got all with just these facts before a word is written, and nobody once the words are unlike all', () => {
    expect(usualReceiver({ said: ['bad_press'], words: [''] }, PASSED)).toBe('engineering');
    expect(usualReceiver({ said: ['bad_press'], words: ['档案室空调漏水'] }, PASSED)).toBeNull();
  });
});
