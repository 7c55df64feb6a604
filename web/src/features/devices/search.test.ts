import { describe, expect, it } from 'vitest';
import { isFiltered, readDeviceSearch } from './search';

/** DEV-1 */
describe('the address of the device list', () => {
  it('keeps what the list understands, and drops the rest', () => {
    const read = readDeviceSearch({ text: 7, group: '', online: false, sort: 'size', shoe: 44 });
    expect(read).toEqual({ text: '7', online: false });
    expect(readDeviceSearch({ online: 'yes', sort: 'last_seen' })).toEqual({ sort: 'last_seen' });
  });

  it('is filtered by anything but the order', () => {
    expect(isFiltered({ online: false })).toBe(true);
    expect(isFiltered({ sort: 'last_seen' })).toBe(false);
  });
});
