import type { Columns } from "dehusk/engine";
import { fromBase64, toBase64 } from "./base64";

/**
 * A page's columns on their way to the background.
 *
 * Firefox, and Chromium with `message_serialization: structured_clone`, carry typed arrays as they are; older Chromium
 * turns messages into JSON, so there they travel as base64.
 *
 * Measured on two cores, there and back without the engine's own time: a page of 300 KB takes about 15 ms either way; one of
 * 2 MB about 50 ms as it is, 200 ms as base64 (Chromium 156), half of that in Firefox 153. The engine itself needs 50 and
 * 380 ms, so a faster way through a port and an extension frame would not be felt, and it fails on sandboxed pages.
 */
export type Parcel = Columns | Base64Columns;

type TypedName = { [Name in keyof Columns]: Columns[Name] extends string ? never : Name }[keyof Columns];
type Base64Columns = Omit<Columns, TypedName> & Record<TypedName, string>;

export function packed(columns: Columns, clones: boolean): Parcel {
  if (clones) return columns;
  const { tag, depth, flags, attr, rect } = columns;
  return {
    ...columns,
    tag: toBase64(bytesOf(tag)),
    depth: toBase64(bytesOf(depth)),
    flags: toBase64(bytesOf(flags)),
    attr: toBase64(bytesOf(attr)),
    rect: toBase64(bytesOf(rect)),
  };
}

export function unpacked(parcel: Parcel): Columns {
  if (!isBase64(parcel)) return parcel;
  return {
    ...parcel,
    tag: new Uint16Array(fromBase64(parcel.tag)),
    depth: new Uint16Array(fromBase64(parcel.depth)),
    flags: new Uint16Array(fromBase64(parcel.flags)),
    attr: new Uint32Array(fromBase64(parcel.attr)),
    rect: new Float32Array(fromBase64(parcel.rect)),
  };
}

function isBase64(parcel: Parcel): parcel is Base64Columns {
  return typeof parcel.tag === "string";
}

const bytesOf = (column: Uint16Array | Uint32Array | Float32Array) =>
  new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
