import type { Text } from '#engine/text.ts';
import type { NoticeClass } from './rows.ts';

declare module '#platform/db/tables.ts' {
  interface Tables {
    channel: {
      tenant_id: string; id: string; kind: string; name: string; active: boolean; classes: NoticeClass[]; units: string[]; positions: string[]; quiet: boolean;
      settings: JsonColumn<Readonly<Record<string, string>>>; secrets: Uint8Array | null; receiver: string; answered: JsonColumn<{ at: number; ok: boolean; text: Text } | null>;
      changed_at: InstantColumn; removed_at: NullableInstantColumn;
    };
    channel_pace: { tenant_id: string; receiver: string; sent: readonly number[]; shut_until: NullableInstantColumn };
  }
}
