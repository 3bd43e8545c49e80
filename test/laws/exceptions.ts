/** Folders whose files enter another part past its door. The list only shrinks. */
export const DOOR_EXCEPTIONS: readonly { readonly from: string; readonly into: string; readonly because: string }[] = [
  { from: 'src/engine/explain', into: 'src/engine/decide', because: 'explaining a deadline takes the very steps by which it was decided; they are nobody else’s business' },
  { from: 'src/main/cli', into: 'src/capabilities/policies/history', because: 'the command line reads histories without loading the database that the door brings along' },
];

/** Folders in which files may know each other in a circle. The list only shrinks. */
export const CIRCLE_EXCEPTIONS: readonly { readonly within: string; readonly because: string }[] = [
  { within: 'src/engine/conditions', because: 'the grammar itself goes in a circle: a condition calls a function, and between its brackets stands a condition' },
];

/** Files longer than 300 lines. The list only shrinks. */
export const LONG_FILES: readonly { readonly path: string; readonly because: string }[] = [];
