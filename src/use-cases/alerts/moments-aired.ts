import type { Airing } from '../../domain/broadcast';

/** When a station says that it aired an urgent message, the earliest first. */
export function momentsOf(
  airings: readonly Airing[],
  noticeId: string,
  station: string,
): readonly Date[] {
  return airings
    .filter((airing) => airing.noticeId === noticeId && airing.stationCode === station)
    .flatMap(({ airedAt }) => airedAt ?? [])
    .sort((one, other) => one.getTime() - other.getTime());
}
