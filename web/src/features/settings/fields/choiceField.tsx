import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Values } from '../values';
import type { FieldProps, SettingField } from './field';

type Chosen = 'session_recording' | 'session_visibility';

/** A setting that is one of a few. */
export function choiceField<Name extends Chosen>(name: Name, choices: Values[Name][]): SettingField {
  return function ChoiceField({ form }: FieldProps) {
    const { t, i18n } = useTranslation();
    const word = (choice: string) => i18n.t(`setting.choice.${choice}` as 'setting.choice.off');
    return (
      <NativeSelect
        label={t(`setting.label.${name}`)}
        description={t(`settings.hint.${name}`)}
        data={choices.map((value) => ({ value, label: word(value) }))}
        {...form.text(name)}
      />
    );
  };
}
