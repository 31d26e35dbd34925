"use strict";
// Calls are signed with the token of this tab, which the page at / was opened with.
SwaggerUIBundle({
  url: "/v2/openapi.json",
  dom_id: "#swagger-ui",
  docExpansion: "none",
  filter: true,
  validatorUrl: null,
  requestInterceptor(request) {
    const token = sessionStorage.getItem("token");
    if (token && new URL(request.url, location.href).origin === location.origin)
      request.headers.Authorization = `Bearer ${token}`;
    return request;
  },
});
