import type { Figures, Sentence } from './figures.ts';
import { certificate, clock, database, disk, holidays, running } from './machine.ts';
import { backup, channels, due, mail, outbox, signIns, trial } from './work.ts';

/** Says everything in sentences, in the order of the page. */
export function sentencesOf(figures: Figures): readonly Sentence[] {
  return [
    database(figures), clock(figures), disk(figures), certificate(figures), holidays(figures), outbox(figures), due(figures), backup(figures), trial(figures), signIns(figures), ...channels(figures), mail(figures), running(figures),
  ];
}
