// SPDX-License-Identifier: Apache-2.0
const std = @import("std");

pub fn main() !void {
    const address = try std.net.Address.parseIp("10.77.0.2", 4444);
    const stream = try std.net.tcpConnectToAddress(address);
    stream.close();
}
