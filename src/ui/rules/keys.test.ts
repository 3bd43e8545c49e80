import { describe, expect, it } from 'vitest';
import { confirms, isPlainKey, type KeyPress } from './keys.ts';

const press = (over: Partial<KeyPress> = {}): KeyPress => ({ key: 'Enter', code: 'Enter', keyCode: 13, ctrlKey: true, metaKey: false, altKey: false, isComposing: false, ...over });

describe('keys while a Chinese input method is on', () => {
  it('confirms with Ctrl+Enter, also on the numeric pad and with the Mac key', () => {
    expect(confirms(press())).toBe(true);
    expect(confirms(press({ code: 'NumpadEnter' }))).toBe(true);
    expect(confirms(press({ ctrlKey: false, metaKey: true }))).toBe(true);
  });
  it('does not confirm with Enter alone', () => {
    expect(confirms(press({ ctrlKey: false }))).toBe(false);
  });
  it('does not confirm during a composition, nor on the late Enter with code 229', () => {
    expect(confirms(press({ isComposing: true }))).toBe(false);
    expect(confirms(press({ keyCode: 229 }))).toBe(false);
  });
  it('reads a function key by its place and only without other keys', () => {
    const f2 = press({ key: 'Process', code: 'F2', keyCode: 113, ctrlKey: false });
    expect(isPlainKey(f2, 'F2')).toBe(true);
    expect(isPlainKey({ ...f2, altKey: true }, 'F2')).toBe(false);
    expect(isPlainKey({ ...f2, keyCode: 229 }, 'F2')).toBe(false);
  });
});
