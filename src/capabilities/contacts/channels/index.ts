import { dingtalk } from './dingtalk/index.ts';
import { feishu } from './feishu/index.ts';
import type { ChannelKind } from './kind.ts';
import { sms } from './sms/index.ts';
import { smtp } from './smtp/index.ts';
import { wecom } from './wecom/index.ts';

/** Every kind of way out, in the order of the page. A test holds this list against the folders. */
export const CHANNELS: readonly ChannelKind[] = [wecom, dingtalk, feishu, sms, smtp];

export { addressTrouble } from './address.ts';
export const channelNamed = (kind: string): ChannelKind | undefined => CHANNELS.find((each) => each.kind === kind);
export type { ChannelKind, Field, HttpAnswer, HttpRequest, Mailing, Means, Message, Reply, Settings } from './kind.ts';
