import { describe, expect, it } from 'vitest';
import { hearerOf, shortcutOf } from './shortcuts.ts';

const press = (over: Partial<Parameters<typeof shortcutOf>[0]>): Parameters<typeof shortcutOf>[0] =>
  ({ key: '', code: '', keyCode: 0, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...over });

describe('a shortcut', () => {
  it.each([
    ['F2', { key: 'F2', code: 'F2' }], ['F9', { key: 'Process', code: 'F9' }], ['Escape', { key: 'Escape', code: 'Escape' }],
    ['Ctrl+Enter', { key: 'Enter', code: 'NumpadEnter', ctrlKey: true }], ['Ctrl+K', { key: 'k', code: 'KeyK', ctrlKey: true }], ['Ctrl+K', { key: 'k', code: 'KeyK', metaKey: true }],
    ['Ctrl+ArrowDown', { key: 'ArrowDown', code: 'ArrowDown', ctrlKey: true }],
    ['Alt+1', { key: '1', code: 'Digit1', altKey: true }], ['Alt+1', { key: '1', code: 'Numpad1', altKey: true }], ['Alt+0', { key: 'º', code: 'Digit0', altKey: true }],
  ])('%s is read by the place of its key', (name, over) => expect(shortcutOf(press(over))).toBe(name));

  it('is never a letter or a digit alone, for people type Chinese all day', () => {
    for (const code of ['KeyJ', 'KeyK', 'Digit1', 'Numpad3', 'Enter', 'Space', 'ArrowDown']) expect(shortcutOf(press({ code }))).toBeNull();
  });
  it('is none while an input method composes, by either sign of it', () => {
    expect(shortcutOf(press({ code: 'F9', isComposing: true }))).toBeNull();
    expect(shortcutOf(press({ code: 'Enter', key: 'Enter', ctrlKey: true, keyCode: 229 }))).toBeNull();
    expect(shortcutOf(press({ code: 'Digit1', altKey: true, keyCode: 229 }))).toBeNull();
  });
  it('is none with AltGr, which Windows sends as Ctrl and Alt together, or with Shift', () => {
    expect(shortcutOf(press({ code: 'Digit2', ctrlKey: true, altKey: true }))).toBeNull();
    expect(shortcutOf(press({ code: 'KeyK', ctrlKey: true, shiftKey: true }))).toBeNull();
  });
});

describe('who hears a shortcut', () => {
  const frame = { key: 'F2', layer: 'frame' } as const;
  const page = { key: 'F2', layer: 'page' } as const;
  const panel = { key: 'F2', layer: 'panel' } as const;
  it('is the uppermost layer, whoever came first', () => {
    expect(hearerOf([panel, page, frame], 'F2')).toBe(panel);
    expect(hearerOf([page, frame], 'F2')).toBe(page);
  });
  it('is the last of one layer, and nobody for another key', () => {
    const later = { ...panel };
    expect(hearerOf([panel, later], 'F2')).toBe(later);
    expect(hearerOf([panel], 'F8')).toBeNull();
  });
});
