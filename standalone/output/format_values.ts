// SPDX-License-Identifier: Apache-2.0

const two = (value: number): string => String(value).padStart(2, '0');

/** A time in the viewer's zone, such as "2026-11-24 12:57:30". */
export const formatTime = (timestamp: number): string => {
  const time = new Date(timestamp);
  const date = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${date} ${[time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':')}`;
};

/** The viewer's zone at a time, such as "UTC+02:00". */
export const formatZone = (timestamp: number): string => {
  const minutes = -new Date(timestamp).getTimezoneOffset();
  if (minutes === 0) {
    return 'UTC';
  }
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
};

/** Milliseconds as people say them: "0.02 s", "4.1 s", "1 min 5 s", "2 h 10 min", "3 d 4 h". */
export const formatDuration = (milliseconds: number): string => {
  const seconds = milliseconds / 1000;
  if (seconds < 60) {
    return `${seconds < 1 ? seconds.toFixed(2) : seconds.toFixed(1)} s`;
  }
  const [minutes, hours, days] = [
    Math.floor(seconds / 60),
    Math.floor(seconds / 3600),
    Math.floor(seconds / 86_400),
  ];
  if (hours === 0) {
    return `${minutes} min ${Math.floor(seconds % 60)} s`;
  }
  return days === 0 ? `${hours} h ${minutes % 60} min` : `${days} d ${hours % 24} h`;
};

/** "1 alert", "1,234 alerts". */
export const formatCount = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? noun : plural}`;
