import type {
  CreateDeviceData,
  CreateDeviceResponse,
  DeleteDeviceData,
  DeviceInput,
  ListDevicesData,
  ListDevicesResponse,
  MoveDevicesData,
  MoveDevicesResponse,
  RenewDeviceKeyData,
  RenewDeviceKeyResponse,
  ShowDeviceData,
  ShowDeviceResponse,
  UpdateDeviceData,
  UpdateDeviceResponse,
} from './generated';
import { api } from './http';

/** The API's own names, as the list's address has them. */
export type DeviceFilter = Pick<
  NonNullable<ListDevicesData['query']>,
  'text' | 'company_id' | 'group' | 'online'
>;
export type DeviceSearch = DeviceFilter & { sort?: 'name' | 'last_seen' };

export const listDevices = (search: DeviceSearch, cursor: string | undefined, signal: AbortSignal) =>
  api.get<ListDevicesData, ListDevicesResponse>(
    { url: '/v1/devices', query: { ...search, cursor, limit: 50 } },
    signal,
  );

export const getDevice = (id: string, signal: AbortSignal) =>
  api.get<ShowDeviceData, ShowDeviceResponse>({ url: '/v1/devices/{id}', path: { id } }, signal);

export const createDevice = (body: DeviceInput) =>
  api.post<CreateDeviceData, CreateDeviceResponse>({ url: '/v1/devices', body });

export const changeDevice = (id: string, body: DeviceInput) =>
  api.patch<UpdateDeviceData, UpdateDeviceResponse>({ url: '/v1/devices/{id}', path: { id }, body });

export const deleteDevice = (id: string) =>
  api.delete<DeleteDeviceData>({ url: '/v1/devices/{id}', path: { id } });

export const renewDeviceKey = (id: string) =>
  api.post<RenewDeviceKeyData, RenewDeviceKeyResponse>({ url: '/v1/devices/{id}/key', path: { id } });

export const moveDevices = (body: MoveDevicesData['body']) =>
  api.post<MoveDevicesData, MoveDevicesResponse>({ url: '/v1/devices/move', body });
