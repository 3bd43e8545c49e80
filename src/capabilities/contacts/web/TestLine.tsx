import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import { partWords, problemText, useSubmission, useWords } from '#ui/index.ts';
import type { ChannelJson, ChannelKindJson, TestAnswer } from '../contract.ts';
import { tryChannel } from './calls.ts';
import { contactWords } from './words.ts';

/** Sends one message and shows what the receiver said, in words, above the buttons, where it is seen. Every press sends anew. @param children - what stands beside. */
export function TestLine({ channel, reaches, children }: { channel: ChannelJson; reaches: ChannelKindJson['reaches']; children: ReactNode }): ReactElement {
  const say = useWords(contactWords);
  const sayParts = useWords(partWords);
  const cache = useQueryClient();
  const submission = useSubmission();
  const [to, setTo] = useState('');
  const [under, setUnder] = useState(false);
  const [said, setSaid] = useState<TestAnswer | null>(null);
  const send = async (): Promise<void> => {
    setUnder(true);
    const body = to.trim() === '' || reaches === 'group' ? {} : { [reaches]: to.trim() };
    try {
      setSaid(await tryChannel(channel.id, body, submission.keyFor(body)));
    } catch (failed) {
      setSaid({ ok: false, answer: problemText(failed, sayParts) });
    }
    submission.done();
    setUnder(false);
    await cache.invalidateQueries({ queryKey: ['channels'] });
  };
  const hint = reaches === 'group' ? '' : say('testTo', { what: say(reaches) });
  return (
    <div className="field">
      <div aria-live="polite">{said && <Alert type={said.ok ? 'success' : 'warning'} showIcon title={said.answer} />}</div>
      <div className="line">
        {children}
        <Button onClick={() => void send()} loading={under}>{under ? say('testing') : say('test')}</Button>
        {reaches !== 'group' && <Input aria-label={hint} placeholder={hint} value={to} maxLength={200} onChange={(event) => setTo(event.target.value)} />}
      </div>
    </div>
  );
}
