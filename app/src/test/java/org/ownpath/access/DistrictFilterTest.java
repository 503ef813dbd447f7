package org.ownpath.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.PersonId;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

class DistrictFilterTest {

    @AfterEach
    void nobody_stays_signed_in() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_page_and_the_page_that_says_what_went_wrong_are_inside_the_district() throws Exception {
        Viewer viewer = new Viewer(AccountId.next(), DistrictId.next(), PersonId.next(), "Gwen", Set.of(Role.TEACHER));
        SecurityContextHolder.getContext().setAuthentication(new SignedIn(viewer));
        Set<DispatcherType> inside = new HashSet<>();
        for (DispatcherType type : EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR)) {
            MockHttpServletRequest request = new MockHttpServletRequest("GET", "/students");
            request.setDispatcherType(type);
            if (type == DispatcherType.ERROR) {
                request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/students");
            }
            new DistrictFilter().doFilter(request, new MockHttpServletResponse(), (asked, answer) -> {
                if (DistrictScope.current().filter(viewer.district()::equals).isPresent()) {
                    inside.add(type);
                }
            });
        }
        assertThat(inside).containsExactlyInAnyOrder(DispatcherType.REQUEST, DispatcherType.ERROR);
        assertThat(DistrictScope.current()).isEmpty();
    }
}
