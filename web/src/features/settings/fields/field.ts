import type { ComponentType } from 'react';
import type { Settings } from '@/api/types';
import type { Fields } from '@/ui/useFields';
import type { Values } from '../values';

export type FieldProps = { form: Fields<Values>; settings: Settings };
export type SettingField = ComponentType<FieldProps>;
