import { z } from 'zod';
import { queryOptions } from '@tanstack/react-query';
import { call } from '#ui/index.ts';
import { channelJson, channelsAnswer, testAnswer, type ChannelBody, type ChannelJson, type ChannelTest, type TestAnswer } from '../contract.ts';

export const channelsQuery = queryOptions({ queryKey: ['channels'], queryFn: ({ signal }) => call({ path: '/api/channels', schema: channelsAnswer, signal }) });
export const addChannel = (body: ChannelBody, key: string): Promise<ChannelJson> => call({ method: 'POST', path: '/api/channels', body, schema: channelJson, key });
export const changeChannel = (id: string, body: ChannelBody, key: string): Promise<ChannelJson> => call({ method: 'PUT', path: `/api/channels/${id}`, body, schema: channelJson, key });
export const removeChannel = (id: string, key: string): Promise<unknown> => call({ method: 'DELETE', path: `/api/channels/${id}`, schema: z.unknown(), key });
export const tryChannel = (id: string, body: ChannelTest, key: string): Promise<TestAnswer> => call({ method: 'POST', path: `/api/channels/${id}/test`, body, schema: testAnswer, key });
