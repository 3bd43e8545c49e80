export { PickMany, PickOne, type PickOption } from './PickOne.tsx';
export { useSpeller } from './speller.ts';
