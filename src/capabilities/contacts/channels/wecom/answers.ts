import type { HttpAnswer, Reply } from '../kind.ts';
import { readRobot, type Meaning } from '../robot.ts';

const WHO = { zh: '企业微信', en: 'WeCom' };
/** Codes of WeCom that somebody can do something about. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  45009: { is: 'shut', milliseconds: 60_000, answer: { zh: '企业微信说发送太快（45009），一分钟后自动再发', en: 'WeCom says this was too fast (45009); it is sent again in a minute' } },
  45033: { is: 'shut', milliseconds: 60_000, answer: { zh: '企业微信说同时发送太多（45033），一分钟后自动再发', en: 'WeCom says too many at once (45033); it is sent again in a minute' } },
  93000: { is: 'refused', answer: { zh: '企业微信说机器人地址无效（93000）。机器人可能已被移出群，请重新添加并粘贴新地址', en: 'WeCom says the robot address is invalid (93000). The robot may have been removed: add it again and paste the new address' } },
  93004: { is: 'refused', answer: { zh: '企业微信说机器人已停用（93004）。请在群里重新启用', en: 'WeCom says the robot is switched off (93004). Switch it on in the group' } },
  40058: { is: 'refused', answer: { zh: '企业微信说消息格式不对（40058），请把这句话告诉管理员', en: 'WeCom says the message is malformed (40058). Please tell the administrator' } },
};

export const readAnswer = (answer: HttpAnswer): Reply => readRobot(answer, { who: WHO, code: ['errcode'], said: 'errmsg' }, MEANINGS);
