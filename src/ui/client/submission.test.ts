import { describe, expect, it } from 'vitest';
import { Submission } from './submission.ts';

describe('the key of a submission', () => {
  it('stays the same while the same body is tried again', () => {
    const submission = new Submission();
    expect(submission.keyFor({ act: 'forward' })).toBe(submission.keyFor({ act: 'forward' }));
  });
  it('changes with the body, for the server refuses one key with two bodies', () => {
    const submission = new Submission();
    expect(submission.keyFor({ act: 'forward' })).not.toBe(submission.keyFor({ act: 'reply' }));
  });
  it('is new after a success, even for the same body', () => {
    const submission = new Submission();
    const first = submission.keyFor({ act: 'chase' });
    submission.done();
    expect(submission.keyFor({ act: 'chase' })).not.toBe(first);
  });
});
