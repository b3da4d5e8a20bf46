package pronto.staff.gate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import pronto.runtime.Settings;
import pronto.staff.signin.Sessions;
import pronto.staff.tokens.Tokens;
import pronto.ui.Screens;
import pronto.ui.api.Problems;

/** The way of a request: safe headers, who is asking, whether it comes from our pages; then the {@link Gate}. */
@Configuration(proxyBeanMethods = false)
class GateConfiguration implements WebMvcConfigurer {

    private final Gate gate;

    GateConfiguration(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate);
    }

    @Bean
    SecurityFilterChain way(
            HttpSecurity http,
            Sessions sessions,
            Tokens tokens,
            SessionCookie cookie,
            Problems problems,
            Pace pace,
            Screens screens,
            Settings settings) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(kept -> kept.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(routes -> routes.anyRequest().permitAll())
                .addFilterBefore(new SafeHeaders(), AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        new KnowTheAsker(sessions, tokens, cookie, pace, problems, screens),
                        AnonymousAuthenticationFilter.class)
                .addFilterBefore(new OwnPagesOnly(problems, settings), AnonymousAuthenticationFilter.class)
                .build();
    }

    /** A customer's code is the vendor's own and may hold this sign; who gets in is not decided by the address. */
    @Bean
    HttpFirewall addresses() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowSemicolon(true);
        return firewall;
    }
}
