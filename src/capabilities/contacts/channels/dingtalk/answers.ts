import type { HttpAnswer, Reply } from '../kind.ts';
import { bodyOf, readRobot, type Meaning } from '../robot.ts';

const WHO = { zh: '钉钉', en: 'DingTalk' };
/** Above 20 a minute DingTalk shuts the robot for ten. */
const TOO_FAST: Meaning = { is: 'shut', milliseconds: 10 * 60_000, answer: { zh: '钉钉说发送太快，机器人停用 10 分钟，之后自动再发', en: 'DingTalk says this was too fast and shuts the robot for ten minutes; it is sent again afterwards' } };
const MEANINGS: Readonly<Record<string, Meaning>> = {
  130101: TOO_FAST,
  410100: TOO_FAST,
  300001: { is: 'refused', answer: { zh: '钉钉说机器人地址无效（300001）。机器人可能已被删除，请重新添加并粘贴新地址', en: 'DingTalk says the robot address is invalid (300001). The robot may have been removed: add it again and paste the new address' } },
  400101: { is: 'refused', answer: { zh: '钉钉说机器人地址里的 access_token 不存在（400101）。请重新复制地址', en: 'DingTalk does not know this access_token (400101). Please copy the address again' } },
  400102: { is: 'refused', answer: { zh: '钉钉说机器人已停用（400102）。请在群里重新启用', en: 'DingTalk says the robot is switched off (400102). Switch it on in the group' } },
};

/** 310000 is one code for three things; the words beside it tell which. */
export function readAnswer(answer: HttpAnswer): Reply {
  const said = 'trouble' in answer ? null : bodyOf(answer.body);
  if (said?.['errcode'] === 310000) return { is: 'refused', answer: notLetIn(String(said['errmsg'] ?? '')) };
  if (/send too fast/i.test(String(said?.['errmsg'] ?? '')) && TOO_FAST.milliseconds !== undefined) return { is: 'shut', answer: TOO_FAST.answer, milliseconds: TOO_FAST.milliseconds };
  return readRobot(answer, { who: WHO, code: ['errcode'], said: 'errmsg' }, MEANINGS);
}

function notLetIn(said: string): { zh: string; en: string } {
  if (/sign|timestamp/i.test(said)) return { zh: '钉钉说签名不对（310000）。请核对加签密钥，并看看这台服务器的时间准不准', en: 'DingTalk says the signature is wrong (310000). Check the signing secret and this server’s clock' };
  if (/keyword/i.test(said)) return { zh: '钉钉说消息里没有关键词（310000）。请在“关键词”里填上群里设的词', en: 'DingTalk misses the keyword (310000). Enter the word set in the group as the keyword' };
  return { zh: '钉钉按安全设置拒绝了（310000）。请核对加签、关键词或 IP 白名单', en: 'DingTalk refused by its security settings (310000). Check signature, keyword or the list of addresses' };
}
