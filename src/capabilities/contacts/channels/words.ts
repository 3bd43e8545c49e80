import type { Message } from './kind.ts';

/** A message for a group: whom it is for, what, and where to open it. @param most - bytes of UTF-8 the receiver takes. */
export function groupText({ to, lines, link, language }: Message, keyword: string, most: number): string {
  const whom = language === 'zh' ? `致 ${to.name}：` : `For ${to.name}: `;
  const head = keyword === '' ? whom : `${keyword} ${whom}`;
  const foot = link === null ? '' : `\n${link}`;
  return clipped(head + lines.join('\n'), most - bytesOf(foot)) + foot;
}

/** One line for a telephone. @param most - characters. */
export function shortText({ subject, link }: Message, most: number): string {
  const foot = link === null ? '' : ` ${link}`;
  const room = Math.max(20, most - foot.length);
  const said = [...subject];
  return (said.length > room ? `${said.slice(0, room - 1).join('')}…` : subject) + foot;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Cut at a whole character, with … where something is missing. */
export function clipped(text: string, most: number): string {
  if (bytesOf(text) <= most) return text;
  let kept = '';
  let left = most - bytesOf('…');
  for (const sign of text) {
    left -= bytesOf(sign);
    if (left < 0) break;
    kept += sign;
  }
  return `${kept}…`;
}
