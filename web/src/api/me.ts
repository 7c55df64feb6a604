import type { UpdateMeData } from './generated';
import { api } from './http';
import { staff } from './session';
import type { Locale } from './types';

/** The server writes messages and mail in it; it reads the language from the access token, hence a new one. */
export async function saveLocale(locale: Locale): Promise<void> {
  await api.patch<UpdateMeData>({ url: '/v1/me', body: { locale } });
  await staff.refresh();
}
