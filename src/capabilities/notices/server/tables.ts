import type { KeptWords } from './words.ts';

declare module '#platform/db/tables.ts' {
  interface Tables {
    notice: {
      tenant_id: string; id: string; person_id: string; outbox_id: string; matter_id: string | null; template: string; content: JsonColumn<KeptWords>;
      at: InstantColumn; read_at: NullableInstantColumn; mail: DefaultedColumn<'none' | 'waiting' | 'sent' | 'failed'>;
    };
  }
}
