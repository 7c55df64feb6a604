import type {
  LeaveSeatData,
  SeatsInput,
  ShowSeatsData,
  ShowSeatsResponse,
  ShowSeatUseData,
  ShowSeatUseResponse,
  TakeSeatData,
  TakeSeatResponse,
  UpdateSeatsData,
  UpdateSeatsResponse,
} from './generated';
import { api } from './http';
import type { SeatModule } from './types';

export const getSeats = (signal: AbortSignal) =>
  api.get<ShowSeatsData, ShowSeatsResponse>({ url: '/v1/seats' }, signal);

export const changeSeats = (module: SeatModule, body: SeatsInput) =>
  api.patch<UpdateSeatsData, UpdateSeatsResponse>({ url: '/v1/seats/{module}', path: { module }, body });

export const getSeatUse = (module: SeatModule, days: number, signal: AbortSignal) =>
  api.get<ShowSeatUseData, ShowSeatUseResponse>(
    { url: '/v1/seats/{module}/use', path: { module }, query: { days } },
    signal,
  );

/** Comes to work, or says that one is still there. */
export const takeSeat = (module: SeatModule) =>
  api.put<TakeSeatData, TakeSeatResponse>({ url: '/v1/me/seats/{module}', path: { module } });

export const leaveSeat = (module: SeatModule) =>
  api.delete<LeaveSeatData>({ url: '/v1/me/seats/{module}', path: { module } });
