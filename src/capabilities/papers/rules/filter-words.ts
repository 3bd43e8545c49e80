import type { Language, Policy } from '#engine';
import type { Text } from '#engine/text.ts';
import { momentOf } from './words.ts';

const VIEWS: Readonly<Record<string, Text>> = {
  mine: { zh: '我的', en: 'mine' }, unit: { zh: '本部门', en: 'my unit' }, overdue: { zh: '超时', en: 'overdue' }, today: { zh: '今日到期', en: 'due today' }, heaviest: { zh: '重大', en: 'heaviest' },
  untaken: { zh: '未签收', en: 'not taken' }, revisit: { zh: '待回访', en: 'to be revisited' }, reopened: { zh: '重开过', en: 'reopened' },
};
const YES_NO: Readonly<Record<string, Text>> = { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } };

/** What a list was narrowed to, in words: `种类=投诉 级别=重大投诉`; “全部” for a list that was not. */
export function filterWords(filter: Readonly<Record<string, unknown>>, said: Readonly<Record<string, Text>>, policies: readonly Policy[], language: Language): string {
  const parts = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '').map(([name, value]) => `${said[name]?.[language] ?? name}=${valueWords(name, String(value), filter, policies, language)}`);
  return parts.length === 0 ? { zh: '全部', en: 'everything' }[language] : parts.join(language === 'zh' ? '，' : ', ');
}

function valueWords(name: string, value: string, filter: Readonly<Record<string, unknown>>, policies: readonly Policy[], language: Language): string {
  const kind = policies.flatMap((policy) => policy.kinds[String(filter['kind'] ?? '')] ?? [])[0];
  switch (name) {
    case 'kind': return kind?.title ?? value;
    case 'stage': return kind?.stageTitles[value] ?? value;
    case 'severity': {
      const type = kind?.facts['severity']?.type;
      return type?.is === 'one' ? (type.values.find((each) => each.id === value)?.title ?? value) : value;
    }
    case 'view': return VIEWS[value]?.[language] ?? value;
    case 'from': case 'to': return momentOf(value);
    default: return YES_NO[value]?.[language] ?? value;
  }
}
