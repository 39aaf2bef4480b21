package io.tintype.requests;

import io.tintype.requests.ImageRequest.Authorization;

/// What somebody says for a request, and the request that it is said for.
///
/// @param request to be answered where `authorization` is good
public record Claim(Authorization authorization, ReceivedRequest request) {}
