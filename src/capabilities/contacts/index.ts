import './server/context.ts';
import './server/tables.ts';

/** The door of contacts: the ways out of the product. */
export { contactOperations } from './operations.ts';
export { openChannels, type Channels, type ChannelsOptions, type Outcome, type Route } from './server/channels.ts';
export { openSealingKey, type SealingKey } from './server/sealing.ts';
export { KINDS as channelKinds } from './server/present.ts';
export { addFirstChannel, channelAnswers, tryFirstChannel, type FirstChannel } from './server/set-up.ts';
