package org.ownpath.portal;

import org.ownpath.credential.LinkId;
import org.ownpath.exchange.lti.platforms.PlatformId;
import org.ownpath.exchange.lti.tools.ToolId;
import org.ownpath.exchange.oneroster.rest.StudentSystemId;
import org.ownpath.exchange.webhooks.DeliveryId;
import org.ownpath.exchange.webhooks.WebhookId;
import org.ownpath.exchange.xapi.cmi5.CourseId;
import org.ownpath.exchange.xapi.rules.EvidenceRuleId;
import org.ownpath.shared.ActivityId;
import org.ownpath.shared.AdoptionId;
import org.ownpath.shared.AttemptId;
import org.ownpath.shared.BankId;
import org.ownpath.shared.BlockId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.FrameworkId;
import org.ownpath.shared.GoalId;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.ItemId;
import org.ownpath.shared.OfferId;
import org.ownpath.shared.OpenTimeId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.PlanId;
import org.ownpath.shared.ReplayId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TaskId;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads ids in addresses and forms. A text that is no id is a page that is not here. */
@Configuration
class TextIds implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, EvidenceRuleId.class, reading(EvidenceRuleId::of));
        registry.addConverter(String.class, PlatformId.class, reading(PlatformId::of));
        registry.addConverter(String.class, CourseId.class, reading(CourseId::of));
        registry.addConverter(String.class, ToolId.class, reading(ToolId::of));
        registry.addConverter(String.class, StudentSystemId.class, reading(StudentSystemId::of));
        registry.addConverter(String.class, WebhookId.class, reading(WebhookId::of));
        registry.addConverter(String.class, DeliveryId.class, reading(DeliveryId::of));
        registry.addConverter(String.class, StudentId.class, reading(StudentId::of));
        registry.addConverter(String.class, PersonId.class, reading(PersonId::of));
        registry.addConverter(String.class, CompetencyId.class, reading(CompetencyId::of));
        registry.addConverter(String.class, GroupId.class, reading(GroupId::of));
        registry.addConverter(String.class, PieceId.class, reading(PieceId::of));
        registry.addConverter(String.class, AttemptId.class, reading(AttemptId::of));
        registry.addConverter(String.class, BankId.class, reading(BankId::of));
        registry.addConverter(String.class, ItemId.class, reading(ItemId::of));
        registry.addConverter(String.class, OfferId.class, reading(OfferId::of));
        registry.addConverter(String.class, OpenTimeId.class, reading(OpenTimeId::of));
        registry.addConverter(String.class, LinkId.class, reading(LinkId::of));
        registry.addConverter(String.class, AdoptionId.class, reading(AdoptionId::of));
        registry.addConverter(String.class, TaskId.class, reading(TaskId::of));
        registry.addConverter(String.class, DemonstrationId.class, reading(DemonstrationId::of));
        registry.addConverter(String.class, FrameworkId.class, reading(FrameworkId::of));
        registry.addConverter(String.class, BlockId.class, reading(BlockId::of));
        registry.addConverter(String.class, PlanId.class, reading(PlanId::of));
        registry.addConverter(String.class, GoalId.class, reading(GoalId::of));
        registry.addConverter(String.class, ActivityId.class, reading(ActivityId::of));
        registry.addConverter(String.class, ReplayId.class, reading(ReplayId::of));
    }

    private static <T> Converter<String, T> reading(java.util.function.Function<String, T> read) {
        return read::apply;
    }
}
