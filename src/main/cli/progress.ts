import type { Surroundings } from './surroundings.ts';

const EVERY_ROWS = 500;
const CLEAR_LINE = '\r\u001b[K';

/** Tells on a terminal how many rows have been read; says nothing where nobody watches. */
export class Progress {
  private rows = 0;
  constructor(private readonly around: Surroundings) {}

  /** Called before the rows come: opening a large workbook takes its seconds. */
  opening(): void {
    this.say(this.around.language === 'zh' ? '正在打开…' : 'opening …');
  }

  row(): void {
    this.rows++;
    if (this.rows % EVERY_ROWS === 0) this.say(this.around.language === 'zh' ? `已重演 ${this.rows} 行` : `${this.rows} rows replayed`);
  }

  end(): void {
    if (this.around.watched) this.around.note(CLEAR_LINE);
  }

  private say(text: string): void {
    if (this.around.watched) this.around.note(CLEAR_LINE + text);
  }
}
