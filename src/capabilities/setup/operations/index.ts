import { customerImportOperations } from './customers.ts';
import { settingOperations } from './settings.ts';
import { wizardOperations } from './wizard.ts';

export const setupOperations = [...wizardOperations, ...settingOperations, ...customerImportOperations] as const;
