package dev.bascule.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses parameters that a question doesn't have, and those given twice that have one value: who
 * mistypes a filter must not get everything.
 */
@Configuration(proxyBeanMethods = false)
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .addPathPatterns("/api/**")
        .excludePathPatterns("/api/v1/openapi.json");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      Map<String, Boolean> many = new TreeMap<>();
      boolean any = false;
      for (Parameter parameter : method.getMethod().getParameters()) {
        if (parameter.isAnnotationPresent(RequestParam.class)) {
          any |= Map.class.isAssignableFrom(parameter.getType());
          many.put(parameter.getName(), Collection.class.isAssignableFrom(parameter.getType()));
        }
      }
      boolean byItself = any;
      request.getParameterMap().forEach((name, values) -> check(name, values, many, byItself));
    }
    return true;
  }

  /**
   * Checks one parameter.
   *
   * @param many the names that there are, and whether each may have many values
   * @param byItself whether the question checks the names itself
   */
  private static void check(
      String name, String[] values, Map<String, Boolean> many, boolean byItself) {
    if (!byItself && !many.containsKey(name)) {
      throw problem(
          many.isEmpty()
              ? "This takes no parameters."
              : "There is no such parameter. Known are: " + many.keySet() + ".");
    }
    if (values.length > 1 && !many.getOrDefault(name, false)) {
      throw problem(
          "“%s” is given %d times, but has one value.".formatted(shown(name), values.length));
    }
  }

  /** A name that was sent, short enough to be sent back. */
  private static String shown(String name) {
    return name.length() > 50 ? name.substring(0, 50) + "…" : name;
  }

  private static ErrorResponseException problem(String detail) {
    return new ErrorResponseException(
        HttpStatus.BAD_REQUEST,
        ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail),
        null);
  }
}
