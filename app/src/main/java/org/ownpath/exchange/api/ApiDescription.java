package org.ownpath.exchange.api;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.springframework.context.annotation.Configuration;

/** What the description of the interface, in OpenAPI, says of itself. */
@Configuration
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Ownpath",
                        version = "1",
                        description = "Evidence in, judgements out. Make a token on the page 'For programs'.",
                        license = @License(name = "Apache-2.0")))
@SecurityScheme(name = "token", type = SecuritySchemeType.HTTP, scheme = "bearer")
class ApiDescription {}
