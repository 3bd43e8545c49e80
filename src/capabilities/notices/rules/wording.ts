import { ourTitle, type Language } from '#engine';

/** What happened, by the engine's templates, in the order in which a bundle puts the gravest first. */
export const TEMPLATES = ['urgent', 'recorded-against-rule', 'breached', 'approval-wanted', 'returned', 'chased', 'reminded', 'assigned', 'recalled', 'approval-decided', 'taken', 'told'] as const;
export type Template = (typeof TEMPLATES)[number];

/** The words of a notice as they were true when it was sent. Names and customers' words are not among them: nothing here has to be erased. */
export interface Said {
  readonly number: string | null;
  /** Title of the matter's kind, from the policy. */
  readonly kind: string | null;
  /** Title of the act that is owed, was done, or was to be approved. */
  readonly act: string | null;
  /** ISO 8601 with the policy's offset. */
  readonly due: string | null;
  /** The due time had passed when it was sent. */
  readonly overdue: boolean;
  /** Who owes the act, as a title. */
  readonly bearer: string | null;
  readonly outcome: 'approved' | 'rejected' | 'returned' | null;
  /** Whom it was meant for, when nobody holds that. */
  readonly insteadOf: string | null;
  /** In whose stead the reader hears of it: somebody on leave, or who left. */
  readonly standsFor?: string | null;
  readonly clause: readonly string[];
  /** Nobody took the alarm below: it climbed to the reader. */
  readonly climbed?: boolean;
}

type Sentences = Readonly<Record<Template, (said: Said) => string>>;

/** So much of what happened is said in an alarm. */
const LONGEST_HAPPENED = 60;

/**
 * What happened, for the eyes of those who may open the matter: place and words, cut at 60 characters. The customer's name and any run of
 * digits as long as a telephone number are left out; nothing of it ever leaves the product.
 */
export function happenedOf(subject: string, customer: string): string {
  const named = [...customer.trim()].length > 1 ? subject.replaceAll(customer.trim(), '') : subject;
  const plain = named.replace(/\+?\d(?:[ -]?\d){6,}/gu, '…').replace(/\s+/gu, ' ').trim();
  const characters = [...plain];
  return characters.length <= LONGEST_HAPPENED ? plain : `${characters.slice(0, LONGEST_HAPPENED - 1).join('')}…`;
}

/** A few words for the title of a window: what happened or which matter, and how heavy. @param mark - title of the severity, where it is the heaviest, or of the danger. @param happened - '' where that is not to be said */
export function noticeTitle(template: string, said: Said, mark: string | null, language: Language, happened = ''): string {
  const named = happened === '' ? matter(said) : said.number === null ? happened : language === 'zh' ? `${happened}（${said.number}）` : `${happened} (${said.number})`;
  const head = mark === null ? '' : language === 'zh' ? `【${mark}】` : `[${mark}] `;
  return named === '' ? noticeText(template, said, language) : head + named;
}

/** The notice as a sentence: which matter, which act, when. Its clauses stand beside it. */
export function noticeText(template: string, said: Said, language: Language): string {
  const sentences = language === 'zh' ? CHINESE : ENGLISH;
  const known = TEMPLATES.find((each) => each === template) ?? 'told';
  return sentences[known](said) + (said.insteadOf === null ? '' : MOVED[language](said.insteadOf))
    + (said.standsFor ? STANDING[language](said.standsFor) : '') + (said.climbed === true ? CLIMBED[language] : '');
}

const CLIMBED: Readonly<Record<Language, string>> = { zh: '（5 分钟没人接，按系统默认通知上一级）', en: ' (nobody took it within 5 minutes; by our default it goes to the next above)' };
const STANDING: Readonly<Record<Language, (whom: string) => string>> = { zh: (whom) => `（${whom}不在，请您代办）`, en: (whom) => ` (for ${whom}, who is away)` };
const MOVED: Readonly<Record<Language, (whom: string) => string>> = {
  zh: (whom) => `（原应通知${whom}，现在无人在岗，改为通知您）`, en: (whom) => ` (meant for ${whom}, which nobody holds now, so it comes to you)`,
};

const matter = ({ kind, number }: Said): string => [kind, number].filter((part) => part !== null).join(' ');
/** Minutes are enough for people: `2026-03-02 09:20`. */
const minute = (due: string): string => due.slice(0, 16).replace('T', ' ');

const act = (said: Said): string => (said.act === null ? '' : `「${said.act}」`);
const by = (said: Said): string => (said.bearer === null ? '' : `，由${said.bearer}办理`);
const limit = (said: Said): string => (said.due === null ? '' : `，时限 ${minute(said.due)}`);

const CHINESE: Sentences = {
  urgent: (said) => `紧急上报：${matter(said)}${said.act === null ? ' 请马上看' : `，请马上办理${act(said)}`}${limit(said)}`,
  'recorded-against-rule': (said) => `如实记录：${matter(said)}${said.act === null ? ' 有一项' : ` 的${act(said)}`}未按制度办理，已记录，请过目`,
  returned: (said) => `退回：${matter(said)} 退回给您${said.act === null ? '' : `，请办理${act(said)}`}${limit(said)}`,
  recalled: (said) => `撤回：${matter(said)} 的上一步${act(said)}已撤回，请看最新情况`,
  taken: (said) => `有人处理：${matter(said)} 的警报由${said.bearer ?? '同事'}来处理`,
  told: (said) => `知会：${matter(said)} ${said.act === null ? '有新情况' : `已${said.act}，请您知道`}`,
  assigned: (said) => `交办：${matter(said)} 交给您办理${act(said)}${limit(said)}`,
  chased: (said) => `催办：${matter(said)} 请尽快办理${act(said)}${limit(said)}`,
  reminded: (said) => (said.overdue ? `提醒：${matter(said)} 的${act(said)}已超时，还没有办${limit(said)}${by(said)}` : `提醒：${matter(said)} 的${act(said)}即将到期${limit(said)}${by(said)}`),
  breached: (said) => `超时：${matter(said)} 的${act(said)}没有按时办${limit(said)}${by(said)}`,
  'approval-wanted': (said) => `待审批：${matter(said)} 的${act(said)}等您审批${limit(said)}`,
  'approval-decided': (said) => `审批结果：${matter(said)} 的${act(said)}${said.outcome === 'rejected' ? '被驳回' : said.outcome === 'returned' ? '被退回，请修改后再申请' : said.outcome === 'approved' ? '已批准' : '有了结果'}`,
};

const named = (said: Said): string => (said.act === null ? '' : ` “${ourTitle(said.act, 'en')}”`);
const owed = (said: Said): string => (said.bearer === null ? '' : `, owed by ${said.bearer}`);
const until = (said: Said): string => (said.due === null ? '' : `, due ${minute(said.due)}`);

const ENGLISH: Sentences = {
  urgent: (said) => `Urgent report: ${matter(said)}, please look at it at once${said.act === null ? '' : ` and do${named(said)}`}${until(said)}`,
  'recorded-against-rule': (said) => `On record: ${matter(said)}${named(said)} was done otherwise than the policy says; please look at it`,
  returned: (said) => `Returned: ${matter(said)} came back to you${said.act === null ? '' : `, please do${named(said)}`}${until(said)}`,
  recalled: (said) => `Recalled: the last step${named(said)} of ${matter(said)} was taken back; please look at the present state`,
  taken: (said) => `Taken: ${said.bearer ?? 'a colleague'} takes care of the alarm about ${matter(said)}`,
  told: (said) => `For your information: ${matter(said)}${said.act === null ? ' has news' : `:${named(said)} was done`}`,
  assigned: (said) => `Assigned to you: ${matter(said)}${named(said)}${until(said)}`,
  chased: (said) => `Chased: ${matter(said)}, please do${said.act === null ? ' what is owed' : named(said)} soon${until(said)}`,
  reminded: (said) => (said.overdue ? `Reminder: ${matter(said)}${named(said)} is overdue and still not done${until(said)}${owed(said)}` : `Reminder: ${matter(said)}${named(said)} falls due soon${until(said)}${owed(said)}`),
  breached: (said) => `Overdue: ${matter(said)}${named(said)} was not done in time${until(said)}${owed(said)}`,
  'approval-wanted': (said) => `Approval wanted: ${matter(said)}${named(said)} waits for your decision${until(said)}`,
  'approval-decided': (said) => `Approval decided: ${matter(said)}${named(said)} ${said.outcome ?? 'has an outcome'}`,
};
