export { useNumbers, useShortcut } from './useShortcut.ts';
