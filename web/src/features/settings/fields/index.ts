import type { Key } from '../values';
import { AccentField } from './AccentField';
import { CompanyWordField } from './CompanyWordField';
import { choiceField } from './choiceField';
import type { SettingField } from './field';
import { HolidaysField } from './HolidaysField';
import { HoursField } from './HoursField';
import { RegistrationField } from './RegistrationField';
import { SessionEndField } from './SessionEndField';
import {
  LocaleField,
  NameField,
  RetentionField,
  SeatTimeoutField,
  TwoFactorField,
  ZoneField,
} from './simple';

/** What each setting is changed by. */
export const FIELDS: Record<Key, SettingField> = {
  name: NameField,
  accent_colour: AccentField,
  locale: LocaleField,
  time_zone: ZoneField,
  company_word: CompanyWordField,
  require_two_factor: TwoFactorField,
  shared_seat_timeout: SeatTimeoutField,
  session_recording: choiceField('session_recording', ['off', 'on', 'choice']),
  session_visibility: choiceField('session_visibility', ['own', 'all']),
  session_end: SessionEndField,
  retention_days: RetentionField,
  self_registration: RegistrationField,
  business_hours: HoursField,
  holidays: HolidaysField,
};
