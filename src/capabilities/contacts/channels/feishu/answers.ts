import type { HttpAnswer, Reply } from '../kind.ts';
import { readRobot, type Meaning } from '../robot.ts';

const WHO = { zh: '飞书', en: 'Feishu' };
const MEANINGS: Readonly<Record<string, Meaning>> = {
  11232: { is: 'shut', milliseconds: 60_000, answer: { zh: '飞书说发送太快（11232），一分钟后自动再发', en: 'Feishu says this was too fast (11232); it is sent again in a minute' } },
  9499: { is: 'refused', answer: { zh: '飞书说消息格式不对（9499），请把这句话告诉管理员', en: 'Feishu says the message is malformed (9499). Please tell the administrator' } },
  19001: { is: 'refused', answer: { zh: '飞书说机器人地址无效（19001）。请重新复制地址', en: 'Feishu says the robot address is invalid (19001). Please copy it again' } },
  19021: { is: 'refused', answer: { zh: '飞书说签名不对（19021）。请核对加签密钥，并看看这台服务器的时间准不准', en: 'Feishu says the signature is wrong (19021). Check the signing secret and this server’s clock' } },
  19022: { is: 'refused', answer: { zh: '飞书说这台服务器不在 IP 白名单里（19022）。请在群机器人的安全设置里加上', en: 'Feishu says this server is not in the list of addresses (19022). Add it to the robot’s security settings' } },
  19024: { is: 'refused', answer: { zh: '飞书说消息里没有关键词（19024）。请在“关键词”里填上群里设的词', en: 'Feishu misses the keyword (19024). Enter the word set in the group as the keyword' } },
};

/** Newer robots answer with `code`, older ones with `StatusCode`. */
export const readAnswer = (answer: HttpAnswer): Reply => readRobot(answer, { who: WHO, code: ['code', 'StatusCode'], said: 'msg' }, MEANINGS);
