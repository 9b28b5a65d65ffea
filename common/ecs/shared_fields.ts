// SPDX-License-Identifier: Apache-2.0
import { all, type FieldTree } from './field_tree';

// Groups of fields that occur in several places of an event.

export const HASH = all('keyword', 'md5', 'sha1', 'sha256', 'sha512');

export const CODE_SIGNATURE: FieldTree = {
  ...all('boolean', 'exists', 'trusted', 'valid'),
  ...all('keyword', 'signing_id', 'status', 'subject_name', 'team_id', 'thumbprint_sha256'),
};

/** Of a Windows executable. */
export const PE = all(
  'keyword',
  'company',
  'description',
  'file_version',
  'imphash',
  'original_file_name',
  'product',
);

export const DEVICE = all(
  'keyword',
  'bus_type',
  'dos_name',
  'file_system_type',
  'nt_name',
  'product_id',
  'serial_number',
  'vendor_id',
  'volume_device_type',
);

export const USER: FieldTree = { id: 'keyword', name: 'searchable' };

export const GROUP = all('keyword', 'id', 'name');

export const GEO: FieldTree = {
  ...all(
    'keyword',
    'city_name',
    'continent_code',
    'continent_name',
    'country_iso_code',
    'country_name',
    'name',
    'postal_code',
    'region_iso_code',
    'region_name',
    'timezone',
  ),
  location: 'geo_point',
};
