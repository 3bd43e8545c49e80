import { ApartmentOutlined, BarChartOutlined, BookOutlined, CarOutlined, HomeOutlined, PhoneOutlined, SmileOutlined, UnorderedListOutlined } from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { Text } from '#engine/text.ts';
import { holds } from '#capabilities/identity/web/index.ts';
import type { Me } from '#capabilities/identity/contract.ts';

/** One page of the product: one line here, one route in `routes.tsx`. A line whose route does not exist is not shown. */
export interface PageEntry {
  readonly to: string;
  readonly title: Text;
  readonly group: GroupName;
  readonly shows: (me: Me) => boolean;
}
/** `own` stands in the menu behind one's own name. */
export type GroupName = 'desk' | 'intake' | 'matters' | 'follow-up' | 'field' | 'customers' | 'reports' | 'settings' | 'own';

const works = (me: Me): boolean => holds(me, 'work');
const oversees = (me: Me): boolean => holds(me, 'oversee');
const reads = (me: Me): boolean => holds(me, 'read-policy');
const administers = (me: Me): boolean => me.administrator;

/** Every page, in the order in which it stands in its group. The first one a person may see is where the entry of the group leads. */
export const PAGES: readonly PageEntry[] = [
  { to: '/', title: { zh: '我的待办', en: 'My tasks' }, group: 'desk', shows: works },
  { to: '/approvals', title: { zh: '待我审批', en: 'Approvals' }, group: 'desk', shows: oversees },
  { to: '/manager', title: { zh: '经理台', en: 'Manager’s page' }, group: 'desk', shows: oversees },
  { to: '/intake', title: { zh: '来电登记', en: 'Register a call' }, group: 'intake', shows: works },
  { to: '/contacts', title: { zh: '来电来访流水', en: 'Contacts' }, group: 'intake', shows: works },
  { to: '/shifts', title: { zh: '交接班', en: 'Hand-over' }, group: 'intake', shows: works },
  { to: '/rosters', title: { zh: '排班', en: 'Roster' }, group: 'intake', shows: (me) => works(me) || oversees(me) },
  { to: '/matters', title: { zh: '全部事项', en: 'All matters' }, group: 'matters', shows: works },
  { to: '/refusals', title: { zh: '拒绝记录', en: 'Refused acts' }, group: 'matters', shows: oversees },
  { to: '/follow-up', title: { zh: '今日回访', en: 'Today’s revisits' }, group: 'follow-up', shows: works },
  { to: '/customers', title: { zh: '客户', en: 'Customers' }, group: 'customers', shows: works },
  { to: '/policy', title: { zh: '制度', en: 'Policy' }, group: 'settings', shows: reads },
  { to: '/drill', title: { zh: '应急演练', en: 'Emergency drill' }, group: 'settings', shows: reads },
  { to: '/organisation', title: { zh: '组织岗位', en: 'People' }, group: 'settings', shows: administers },
  { to: '/settings/channels', title: { zh: '通知与对接', en: 'Channels' }, group: 'settings', shows: (me) => administers(me) || oversees(me) },
  { to: '/settings/import', title: { zh: '导入', en: 'Import' }, group: 'settings', shows: administers },
  { to: '/settings/installation', title: { zh: '安装设置', en: 'Installation' }, group: 'settings', shows: administers },
  { to: '/settings/health', title: { zh: '系统健康', en: 'System health' }, group: 'settings', shows: administers },
  { to: '/duties', title: { zh: '我的职责', en: 'My duties' }, group: 'own', shows: works },
  { to: '/exports', title: { zh: '我的导出', en: 'My exports' }, group: 'own', shows: works },
  { to: '/absence', title: { zh: '请假代理', en: 'Leave and substitutes' }, group: 'own', shows: works },
];

export interface Group { readonly name: GroupName; readonly title: Text; readonly Sign: ComponentType }

/** The eight entries of the menu; a person sees those in which there is a page for him. */
export const GROUPS: readonly Group[] = [
  { name: 'desk', title: { zh: '工作台', en: 'My desk' }, Sign: HomeOutlined },
  { name: 'intake', title: { zh: '受理', en: 'Intake' }, Sign: PhoneOutlined },
  { name: 'matters', title: { zh: '事项', en: 'Matters' }, Sign: UnorderedListOutlined },
  { name: 'follow-up', title: { zh: '回访', en: 'Follow-up' }, Sign: SmileOutlined },
  { name: 'field', title: { zh: '现场', en: 'Field and parts' }, Sign: CarOutlined },
  { name: 'customers', title: { zh: '客户', en: 'Customers' }, Sign: ApartmentOutlined },
  { name: 'reports', title: { zh: '报表', en: 'Reports' }, Sign: BarChartOutlined },
  { name: 'settings', title: { zh: '制度与设置', en: 'Policy & settings' }, Sign: BookOutlined },
];

/** One place of the bar at the foot of a phone: the first of its addresses that exists for the person, with what is looked at there. */
export interface PhoneTab { readonly title: Text; readonly Sign: ComponentType; readonly to: readonly string[]; readonly search?: Readonly<Record<string, string>> }

const DESK: PhoneTab = { title: { zh: '待办', en: 'Tasks' }, Sign: HomeOutlined, to: ['/'] };
const GRAVE: PhoneTab = { title: { zh: '重大', en: 'Major' }, Sign: UnorderedListOutlined, to: ['/matters'], search: { view: 'heaviest' } };
/** Beside “mine”, which every bar has at its end. */
export const PHONE_TABS = {
  hotline: [{ title: { zh: '登记', en: 'Register' }, Sign: PhoneOutlined, to: ['/intake'] }, DESK, { title: { zh: '交接', en: 'Hand-over' }, Sign: SmileOutlined, to: ['/shifts'] }],
  overseer: [{ title: { zh: '待批', en: 'Approvals' }, Sign: BookOutlined, to: ['/approvals'] }, GRAVE, { title: { zh: '数字', en: 'Figures' }, Sign: BarChartOutlined, to: ['/manager'] }],
  other: [{ title: { zh: '制度', en: 'Policy' }, Sign: BookOutlined, to: ['/policy'] }],
} as const satisfies Readonly<Record<string, readonly PhoneTab[]>>;

/** Where a phone opens: whoever oversees decides first; his own work is one press away. null = as everywhere. */
export function phoneHomeOf(me: Me): string | null {
  return oversees(me) ? '/approvals' : null;
}

/** Which bar of the phone is this person's. */
export function phoneTabsOf(me: Me): readonly PhoneTab[] {
  if (oversees(me)) return PHONE_TABS.overseer;
  return works(me) ? PHONE_TABS.hotline : PHONE_TABS.other;
}
