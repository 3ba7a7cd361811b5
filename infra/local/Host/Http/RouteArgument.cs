using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using ACip.Local.Host.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;

namespace ACip.Local.Host.Http;

/// <summary>A parameter that bears the name of a part of the route.</summary>
internal static class RouteArgument
{
    public static Argument? Of(FunctionRoute route, ParameterInfo parameter)
    {
        if (!route.Pattern.Parameters.Any(p => string.Equals(p.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        TypeConverter? converter = type == typeof(string) ? null : TypeDescriptor.GetConverter(type);
        if (converter?.CanConvertFrom(typeof(string)) == false)
        {
            return null;
        }

        return run => Value(((HttpContext)run.Cause!).Request.RouteValues[parameter.Name!], parameter, type, converter);
    }

    private static object? Value(object? value, ParameterInfo parameter, Type type, TypeConverter? converter)
    {
        if (value is null)
        {
            return parameter.HasDefaultValue ? parameter.DefaultValue
                : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
                : null;
        }

        if (type.IsInstanceOfType(value))
        {
            return value;
        }

        string text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return converter is null ? text : converter.ConvertFromInvariantString(text);
    }
}
