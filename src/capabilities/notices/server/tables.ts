import type { Text } from '#engine';
import type { NoticeClass } from '../contract.ts';
import type { KeptWords } from './words.ts';

declare module '#platform/db/tables.ts' {
  interface Tables {
    notice: {
      tenant_id: string; id: string; person_id: string; outbox_id: string; matter_id: string | null; template: string; content: JsonColumn<KeptWords>;
      at: InstantColumn; read_at: NullableInstantColumn; mail: DefaultedColumn<'none' | 'waiting' | 'sent' | 'failed'>; class: DefaultedColumn<NoticeClass>; alarm_id: string | null;
      taken_at: NullableInstantColumn; taken_how: 'seen' | 'handling' | null; handled_by: string | null; handled_at: NullableInstantColumn; next_at: NullableInstantColumn; told: DefaultedColumn<number>;
    };
    delivery: {
      tenant_id: string; id: string; notice_id: string; channel_id: string; person_id: string; class: NoticeClass; round: number; state: 'waiting' | 'sent' | 'given-up' | 'unneeded';
      attempts: DefaultedColumn<number>; message_id: string | null; answer: JsonColumn<Text | null>; created_at: InstantColumn; not_before: InstantColumn; sent_at: NullableInstantColumn;
    };
  }
}
